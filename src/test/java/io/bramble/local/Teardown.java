package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be undone, last thing first. Once torn down, nothing new may begin. */
final class Teardown implements AutoCloseable {

    interface Step {
        void run() throws IOException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean closed;

    synchronized void add(Step step) {
        if (closed) throw new Problem("Stopped while starting");
        steps.push(step);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Every step is tried; whoever comes second waits for the first to finish. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (IOException | UncheckedIOException broken) {
                System.err.println("While stopping: " + broken);
            }
        }
    }
}
