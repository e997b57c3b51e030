package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rfsweep.cli.FakeClone.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code rfsweep} with a quick {@code mvn}: builds, kills and starts at any moment. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
@Tag("slow")
class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void buildsWhenASourceIsNewer() throws Exception {
        FakeClone clone = new FakeClone(folder, "clone");
        assertThat(clone.start("a b", "c").answer()).isEqualTo("program 1 a b c");
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.builds()).isEqualTo(1);
        clone.number(2);
        assertThat(clone.start().answer()).isEqualTo("program 2");
        assertThat(clone.builds()).isEqualTo(2);
        assertThat(clone.home.resolve("cli/target")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", ""})
    void manyStartsAtOnceBuildOnce(String locks) throws Exception {
        FakeClone clone = clone(locks);
        clone.hold(true);
        List<Started> starts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            starts.add(clone.start());
        }
        for (Started start : starts) { // all but one say at once that they wait
            until(() -> start.said().contains("building"));
        }
        clone.hold(false);
        for (Started start : starts) {
            assertThat(start.answer()).isEqualTo("program 1");
        }
        assertThat(starts.stream().filter(start -> start.said().contains("waiting")))
                .hasSize(4);
        assertThat(clone.builds()).isEqualTo(1);
        assertThat(clone.kept("{build,lock.link}*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", ""})
    void aKilledBuildIsNotWaitedFor(String locks) throws Exception {
        FakeClone clone = clone(locks);
        clone.hold(true);
        Started killed = clone.start();
        until(() -> clone.builds() == 1);
        killed.process.destroyForcibly().waitFor();
        Started next = clone.start();
        until(() -> clone.builds() == 2);
        clone.hold(false);
        assertThat(next.answer()).isEqualTo("program 1");
        assertThat(clone.kept("{build,lock.link}*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", ""})
    void aSignalEndsABuildAtOnce(String locks) throws Exception {
        FakeClone clone = clone(locks);
        clone.hold(true);
        Started stopped = clone.start();
        until(() -> clone.builds() == 1);
        stopped.process.destroy();
        assertThat(stopped.process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(stopped.process.exitValue()).isEqualTo(143);
        assertThat(clone.kept("{build,lock.link}*")).isEmpty();
    }

    /** Folders and files that dead owners, older versions or strangers left where locks are. */
    @ParameterizedTest
    @CsvSource({"flock, ", "flock, 999999999", "'', build.999999999.dead", "'', build.999999999.gone"})
    void leftLocksHoldNobody(String locks, String left) throws Exception {
        FakeClone clone = clone(locks);
        Path place = Files.createDirectories(clone.home.resolve(".rfsweep"));
        Files.writeString(place.resolve("lock"), left == null ? "" : left);
        Files.createDirectories(clone.home.resolve("cli/target/.build-lock"));
        if (locks.isEmpty()) {
            Files.createSymbolicLink(place.resolve("lock.link"), Path.of("owner:" + left));
            if (left.endsWith("dead")) {
                Files.createDirectories(place.resolve(left).resolve("core"));
            }
        }
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "zeros", "nothing", "no sum"})
    void aCorruptJarIsRebuilt(String fault) throws Exception {
        FakeClone clone = new FakeClone(folder, "clone");
        clone.start().answer();
        Path jar = clone.home.resolve(".rfsweep/rfsweep.jar");
        byte[] whole = Files.readAllBytes(jar);
        switch (fault) {
            case "half" -> Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
            case "zeros" -> Files.write(jar, new byte[whole.length]);
            case "nothing" -> Files.delete(jar);
            default -> Files.delete(clone.home.resolve(".rfsweep/rfsweep.sum"));
        }
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.builds()).isEqualTo(2);
        assertThat(jar).hasBinaryContent(whole);
    }

    @Test
    void aTruncatedArchiveIsMadeAnew() throws Exception {
        FakeClone clone = new FakeClone(folder, "clone").withJava();
        clone.start().answer();
        Path archive = clone.kept("*.jsa").get(0);
        byte[] half = Arrays.copyOf(Files.readAllBytes(archive), (int) Files.size(archive) / 2);
        Files.delete(archive);
        Files.write(archive, half);
        Started next = clone.start();
        assertThat(next.answer()).isEqualTo("program 1");
        assertThat(next.process.exitValue()).isZero();
        assertThat(clone.kept("*.jsa")).singleElement().satisfies(made -> assertThat(made.toString())
                .endsWith("-" + Files.size(made) + ".jsa"));
    }

    @Test
    void aCloneThatCannotBeWrittenIsBuiltAmongTheCaches() throws Exception {
        FakeClone clone = new FakeClone(folder, "clone");
        Files.createFile(clone.home.resolve(".rfsweep")); // holds against root, too
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.builds()).isEqualTo(1);

        Files.move(folder.resolve("caches"), folder.resolve("moved"));
        Files.createFile(folder.resolve("caches"));
        Started refused = clone.start();
        assertThat(refused.answer()).isEmpty();
        assertThat(refused.process.exitValue()).isEqualTo(1);
        assertThat(refused.said())
                .contains("cannot be written", "set XDG_CACHE_HOME")
                .hasLineCount(1);
    }

    @Test
    void whatIsBuiltIsUsedWhereItCannotBeWritten() throws Exception {
        FakeClone clone = new FakeClone(folder, "clone");
        clone.start().answer();
        Files.delete(clone.home.resolve(".rfsweep/lock"));
        Files.createDirectory(clone.home.resolve(".rfsweep/lock")); // no file that could be opened
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void aColonInThePathOfTheClone() throws Exception {
        FakeClone clone = new FakeClone(folder, "a:b c").withJava();
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void isFoundByAnyNameWithAnyCdpath() throws Exception {
        FakeClone clone = new FakeClone(folder, "clone");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(elsewhere.resolve("clone"));
        clone.environment.put("CDPATH", elsewhere + ":.");
        assertThat(clone.in(clone.home, "sh", "rfsweep", "x").answer()).isEqualTo("program 1 x");
        assertThat(clone.in(folder, "sh", "clone/rfsweep", "x").answer()).isEqualTo("program 1 x");
        Files.createSymbolicLink(folder.resolve("fake/bin/sweeps"), Path.of("../../clone/rfsweep"));
        assertThat(clone.in(elsewhere, "sh", "-c", "sweeps x").answer()).isEqualTo("program 1 x");
        Files.writeString(folder.resolve("fake/bin/rfsweep"), "echo another");
        assertThat(clone.in(clone.home, "sh", "rfsweep", "x").answer()).isEqualTo("program 1 x");
    }

    @Test
    void aFailedBuildSaysWhyAndIsTriedAgain() throws Exception {
        FakeClone clone = new FakeClone(folder, "clone");
        clone.broken(true);
        Started failed = clone.start();
        assertThat(failed.answer()).isEmpty();
        assertThat(failed.process.exitValue()).isEqualTo(1);
        assertThat(failed.said()).contains("a semicolon is missing", ".rfsweep/build.log");
        assertThat(clone.home.resolve(".rfsweep/build.log")).content().contains("semicolon");
        clone.broken(false);
        assertThat(clone.start().answer()).isEqualTo("program 1");
        assertThat(clone.kept("build.*")).containsExactly(clone.home.resolve(".rfsweep/build.log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", ""})
    void whoWaitedForAFailedBuildDoesNotTryAnother(String locks) throws Exception {
        FakeClone clone = clone(locks);
        clone.broken(true);
        clone.start().answer(); // an old failure says nothing
        clone.hold(true);
        List<Started> starts = new ArrayList<>(List.of(clone.start()));
        until(() -> clone.builds() == 2);
        for (int i = 0; i < 3; i++) {
            starts.add(clone.start());
        }
        for (Started start : starts) {
            until(() -> start.said().contains("building"));
        }
        clone.hold(false);
        for (Started start : starts) {
            assertThat(start.answer()).isEmpty();
            assertThat(start.process.exitValue()).isEqualTo(1);
            assertThat(start.said()).contains("a semicolon is missing", ".rfsweep/build.log");
        }
        assertThat(clone.builds()).isEqualTo(2);
    }

    /** Whichever stream is the terminal. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2>file", "2>file <file", "2>&1 | cat", "| cat"})
    void theWidthOfTheTerminalIsFound(String redirected) throws Exception {
        assumeTrue(FakeClone.hasScript());
        FakeClone clone = new FakeClone(folder, "clone");
        clone.start().answer();
        String line = "touch file; stty cols 97; clone/rfsweep " + redirected;
        String known = redirected.startsWith("2>&1") ? "" : " on 97 columns";
        assertThat(clone.in(folder, "script", "-qec", line, "/dev/null").answer())
                .isEqualTo("program 1" + known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", ""})
    void everyStartAnswersWhileSourcesChange(String locks) throws Exception {
        FakeClone clone = clone(locks);
        List<Started> starts = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            clone.number(1 + round % 2);
            starts.add(clone.start());
            Thread.sleep(40L * round);
        }
        for (Started start : starts) {
            assertThat(start.answer()).as(start.said()).matches("program [12]");
        }
        assertThat(clone.start().answer()).isEqualTo("program 2");
    }

    private FakeClone clone(String locks) throws IOException {
        assumeTrue(locks.isEmpty() || FakeClone.hasFlock());
        FakeClone clone = new FakeClone(folder, "clone");
        return locks.isEmpty() ? clone.withoutFlock() : clone;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        while (!condition.holds()) { // the time-out of the test ends it
            Thread.sleep(20);
        }
    }
}
