package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What distinguishes a person's platform from that of a test.
 *
 * @param ports chosen only after what the last run left behind has ended, from PostgreSQL's last port (0: none)
 * @param programs folder of programs made ready
 * @param trained whether later starts are made faster in the background
 */
record Options(Home home, IntFunction<Ports> ports, Path programs, boolean trained, Progress progress) {

    static Options forPerson(Map<String, String> environment) {
        var home = new Home(Path.of(environment.getOrDefault("BRAMBLE_HOME", ".bramble")));
        var programs =
                environment.getOrDefault("BRAMBLE_PROGRAMS", home.folder().toString());
        return new Options(home, last -> Ports.of(environment, last), Path.of(programs), true, Progress.spoken());
    }

    /** A folder of its own below {@code target/}, on free ports. */
    static Options forTests() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "platform-");
            return forTests(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static Options forTests(Path folder) {
        var programs = Path.of("target").toAbsolutePath();
        return new Options(new Home(folder), _ -> Ports.allFree(), programs, false, Progress.silent());
    }
}
