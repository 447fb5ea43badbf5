package io.bramble.local;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Bramble's jar, unpacked: that alone halves the work of a start, and Java's notes on what a start loads halve it again.
 *
 * @param folder of this very jar: its name has the jar's digest
 * @param jit how much Java compiles while it runs
 */
record BrambleProgram(Path folder, String jit) {

    private static final String PREFIX = "app-";
    private static final List<String> MACHINE = List.of(
            "-Xms128m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    /** @param trained for long runs and many starts, not for the minutes of a test */
    static BrambleProgram prepare(Children children, Path programs, Path jar, boolean trained) throws IOException {
        if (!Files.exists(jar)) throw new Problem(jar + " is missing. mvn package makes it");
        var folder = programs.resolve(PREFIX + Digest.of(jar));
        if (!Files.isDirectory(folder)) {
            Folders.deleteOthers(programs, folder, PREFIX);
            var draft = programs.resolve(PREFIX + "draft");
            var unpack =
                    List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", draft.toString());
            children.start("bramble-unpack", java(unpack), Map.of()).awaitEnd();
            Files.move(draft, folder);
        }
        return new BrambleProgram(folder, trained ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1");
    }

    boolean isTrained() {
        return Files.exists(notes());
    }

    List<String> command() {
        return isTrained() ? application("-XX:AOTCache=" + notes()) : application();
    }

    List<String> trainingCommand() {
        return application("-XX:AOTCacheOutput=" + draft(), "-Dspring.context.exit=onRefresh");
    }

    /** Only notes of a training that came to its end are whole. */
    void keepTraining() throws IOException {
        Files.move(draft(), notes(), REPLACE_EXISTING);
    }

    private List<String> application(String... options) {
        var command = new ArrayList<>(MACHINE);
        command.add(jit);
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", folder.resolve("bramble.jar").toString()));
        return java(command);
    }

    private static List<String> java(List<String> arguments) {
        var command = new ArrayList<>(List.of(Java.PROGRAM));
        command.addAll(arguments);
        return command;
    }

    private Path notes() {
        return folder.resolve("bramble.aot");
    }

    private Path draft() {
        return folder.resolve("draft.aot");
    }
}
