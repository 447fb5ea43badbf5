package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** How a process and all it started are ended: asked first, then by force. */
record Ending(ProcessHandle process) {

    static Ending of(ProcessHandle process) {
        return new Ending(process);
    }

    /** SIGTERM, then SIGKILL for what is left after the patience. */
    void terminate(Duration patience) {
        end(patience, process::destroy);
    }

    /** SIGINT: for PostgreSQL "end now, orderly", where SIGTERM waits for every client to leave. */
    void interrupt(Duration patience) {
        end(patience, this::signalInterrupt);
    }

    /** SIGKILL at once. */
    void kill() {
        end(Duration.ZERO, process::destroyForcibly);
    }

    /** The family is listed beforehand: children of a dead parent are found no more. */
    private void end(Duration patience, Runnable ask) {
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        ask.run();
        var deadline = System.nanoTime() + patience.toNanos();
        family.forEach(member -> await(member, deadline));
        family.forEach(ProcessHandle::destroyForcibly);
        var lastWait = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        family.forEach(member -> await(member, lastWait));
    }

    private static void await(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            return; // the caller goes on to the harder way
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void signalInterrupt() {
        try {
            // The shell's own: a program of that name is not everywhere.
            new ProcessBuilder(List.of("sh", "-c", "kill -INT " + process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
