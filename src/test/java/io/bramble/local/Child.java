package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A program that runs as a process of its own, with its log and a note of its process that outlives us. */
final class Child {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path log;
    private final ProcessNote note;
    private final Process process;

    private Child(String name, Path log, ProcessNote note, Process process) {
        this.name = name;
        this.log = log;
        this.note = note;
        this.process = process;
    }

    /** @param environment added to ours; secrets go here, since everybody can read a command line */
    static Child start(String name, Home home, List<String> command, Map<String, String> environment) {
        var log = home.log(name);
        var note = new ProcessNote(home.run().resolve(name + ".pid"));
        try {
            if (Files.exists(log)) {
                Files.move(log, home.log(name + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            note.write(process.toHandle());
            return new Child(name, log, note, process);
        } catch (IOException refused) {
            throw new UncheckedIOException("Cannot start " + name, refused);
        }
    }

    /** @throws Problem if the program ends or the patience does */
    void awaitAnswer(URI address, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!answers(address)) {
            if (!process.isAlive()) throw ended("ended while it was starting");
            if (System.nanoTime() > deadline) {
                throw ended("did not get ready within %d s".formatted(patience.toSeconds()));
            }
            pause();
        }
    }

    String name() {
        return name;
    }

    /** For a program that does one thing and ends. */
    void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        note.remove();
        if (process.exitValue() != 0) throw ended("failed");
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop(Duration patience) {
        Ending.of(process.toHandle()).terminate(patience);
        note.remove();
    }

    /** As if the power failed for this one program; the note stays. */
    void kill() {
        Ending.of(process.toHandle()).kill();
    }

    /** What to tell when the program is gone, with the last it said. */
    Problem ended(String how) {
        var exit = process.isAlive() ? "" : " (exit code %d)".formatted(process.exitValue());
        return new Problem("%s %s%s. The end of %s:%n%s".formatted(name, how, exit, log, lastLines()));
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()))
                    .indent(2);
        } catch (IOException unreadable) {
            return "  " + unreadable.getMessage();
        }
    }

    private static boolean answers(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + address, interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
