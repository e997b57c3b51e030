package dev.rfsweep.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A clone with the real launcher and next to nothing else. Its {@code mvn} is a script that makes a program of the number
 * that stands in a source file, and so is its {@code java}, which prints that number and the arguments.
 */
final class FakeClone {

    private static final List<String> TOOLS = List.of(
            "cat",
            "chmod",
            "cksum",
            "cp",
            "dirname",
            "find",
            "grep",
            "head",
            "ln",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "touch",
            "tr",
            "wc");

    private static final String MAVEN = """
            #!/bin/sh
            echo $$ >>"$FAKE/builds"
            while [ -f "$FAKE/hold" ]; do sleep 0.05; done
            if [ -f "$FAKE/broken" ]; then echo '[ERROR] a semicolon is missing'; exit 1; fi
            mkdir -p cli/target && cp "$FAKE/program-$(cat core/src/main/number).jar" cli/target/rfsweep.jar
            """;

    private static final String JAVA = """
            #!/bin/sh
            while [ $# -gt 0 ]; do
                case $1 in
                    -XX:ArchiveClassesAtExit=*) echo classes >"${1#*=}"; exit ;;
                    -Drfsweep.terminal.width=*) width=" on ${1#*=} columns" ;;
                    -jar) program=$(cat "$2"); shift 2; echo "$program${width-}" "$@"; exit ;;
                esac
                shift
            done
            """;

    private static final List<String> SOURCES = List.of(
            ".mvn/jvm.config",
            "LICENSE",
            "licenses/MIT.txt",
            "pom.xml",
            "bench/pom.xml",
            "core/pom.xml",
            "core/src/main/Core.java",
            "cli/pom.xml",
            "cli/src/main/Cli.java");

    private final Path fake;
    final Path home;

    final Map<String, String> environment = new HashMap<>();

    FakeClone(Path folder, String name) throws IOException {
        fake = Files.createDirectories(folder.resolve("fake"));
        home = Files.createDirectories(folder.resolve(name));
        for (String file : SOURCES) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(home.resolve(file), file);
        }
        number(1);
        Files.copy(Path.of("..", "rfsweep"), home.resolve("rfsweep"));
        executable(home.resolve("rfsweep"));
        script(fake.resolve("bin/mvn"), MAVEN);
        script(fake.resolve("jdk/bin/java"), JAVA);
        Files.writeString(fake.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
        for (int number = 1; number <= 2; number++) {
            Files.writeString(fake.resolve("program-" + number + ".jar"), "program " + number);
        }
        environment.put("PATH", fake.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", fake.resolve("jdk").toString());
        environment.put("FAKE", fake.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("caches").toString());
    }

    /** The program is a real jar and runs on the Java of this test. */
    FakeClone withJava() throws IOException {
        RealProgram.write(fake, "program-1.jar");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return this;
    }

    /** The process finds the tools of the system that the launcher takes, but no {@code flock}. */
    FakeClone withoutFlock() throws IOException {
        for (String tool : TOOLS) {
            script(fake.resolve("bin").resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        environment.put("PATH", fake.resolve("bin").toString());
        return this;
    }

    static boolean hasFlock() {
        return find("flock") != null;
    }

    /** Whether a terminal can be had, as util-linux has it. */
    static boolean hasScript() {
        return find("script") != null && find("setsid") != null;
    }

    private static Path find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        executable(file);
    }

    private static void executable(Path script) {
        if (!script.toFile().setExecutable(true)) {
            throw new IllegalStateException(script + " cannot be made executable");
        }
    }

    /** Changes the source at once, from which the next build makes the program of this number. */
    void number(int number) throws IOException {
        Path written = Files.writeString(fake.resolve("number"), Integer.toString(number));
        Files.move(written, home.resolve("core/src/main/number"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Keeps builds from ending, or lets them end. */
    void hold(boolean hold) throws IOException {
        mark("hold", hold);
    }

    /** Makes builds fail, or succeed. */
    void broken(boolean broken) throws IOException {
        mark("broken", broken);
    }

    private void mark(String name, boolean there) throws IOException {
        Files.deleteIfExists(fake.resolve(name));
        if (there) {
            Files.createFile(fake.resolve(name));
        }
    }

    /** How many builds have been started. */
    int builds() throws IOException {
        Path builds = fake.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** What the launcher keeps in the clone, by a pattern of names. */
    List<Path> kept(String pattern) throws IOException {
        List<Path> kept = new ArrayList<>();
        try (var files = Files.newDirectoryStream(home.resolve(".rfsweep"), pattern)) {
            files.forEach(kept::add);
        }
        return kept;
    }

    Started start(String... arguments) throws IOException {
        return in(
                home.getParent(),
                Stream.concat(Stream.of(home.resolve("rfsweep").toString()), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    Started in(Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return new Started(builder.start());
    }

    /** A running launcher. What it says is read as it comes. */
    static final class Started {

        final Process process;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final List<Thread> readers = new ArrayList<>();

        private Started(Process process) {
            this.process = process;
            read(process.getInputStream(), out);
            read(process.getErrorStream(), err);
        }

        private void read(InputStream from, ByteArrayOutputStream to) {
            Thread reader = new Thread(() -> {
                try {
                    from.transferTo(to);
                } catch (IOException closed) {
                    throw new UncheckedIOException(closed);
                }
            });
            reader.setDaemon(true);
            reader.start();
            readers.add(reader);
        }

        String said() {
            return err.toString(StandardCharsets.UTF_8);
        }

        /** Waits for the end and gives what was printed. */
        String answer() throws InterruptedException {
            process.waitFor();
            for (Thread reader : readers) {
                reader.join(1000);
            }
            return out.toString(StandardCharsets.UTF_8).strip();
        }
    }
}
