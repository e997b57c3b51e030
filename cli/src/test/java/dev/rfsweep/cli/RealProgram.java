package dev.rfsweep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A jar that prints "program 1" and its arguments, with the two entry points that the launcher starts. */
final class RealProgram {

    private static final String MAIN = """
            package dev.rfsweep.cli;
            public class Main {
                public static void main(String[] arguments) {
                    System.out.println(("program 1 " + String.join(" ", arguments)).strip());
                }
            }
            """;
    private static final String REHEARSAL = MAIN.replace("Main", "Rehearsal");

    private RealProgram() {}

    static void write(Path folder, String name) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("dev/rfsweep/cli"));
        Path main = Files.writeString(classes.resolve("Main.java"), MAIN);
        Path rehearsal = Files.writeString(classes.resolve("Rehearsal.java"), REHEARSAL);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), main.toString(), rehearsal.toString());
        if (failed != 0) {
            throw new IllegalStateException("the program does not compile");
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.rfsweep.cli.Main");
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (String each : List.of("Main.class", "Rehearsal.class")) {
                jar.putNextEntry(new ZipEntry("dev/rfsweep/cli/" + each));
                jar.write(Files.readAllBytes(classes.resolve(each)));
            }
        }
    }
}
