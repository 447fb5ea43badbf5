package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The processes that one platform has started and will end. */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Home home;
    private final List<Child> all = new ArrayList<>();
    private boolean closed;

    Children(Home home) {
        this.home = home;
    }

    synchronized Child start(String name, List<String> command, Map<String, String> environment) {
        if (closed) throw new Problem("Stopped before " + name + " was started");
        var child = Child.start(name, home, command, environment);
        all.add(child);
        return child;
    }

    /** Ends what a killed platform left running on the same folder, so that its ports and data are free again. */
    void endLeftOvers(Progress progress) {
        try (var notes = Files.list(home.run())) {
            for (var file : notes.filter(it -> it.toString().endsWith(".pid")).toList()) {
                var note = new ProcessNote(file);
                note.running().ifPresent(process -> {
                    progress.say("Ending a left-over process of the last run: %s (process %d)"
                            .formatted(file.getFileName().toString().replace(".pid", ""), process.pid()));
                    Ending.of(process).terminate(PATIENCE);
                });
                note.remove();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bramble first: until it has ended it may ask the others. */
    synchronized void stop() {
        closed = true;
        all.stream()
                .filter(Child::isAlive)
                .sorted(Comparator.comparing(child -> !child.name().startsWith("bramble")))
                .forEach(child -> child.stop(PATIENCE));
    }
}
