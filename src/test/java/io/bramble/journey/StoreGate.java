package io.bramble.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Stands before an object store, passes everything on, remembers each body that went through whole; may be shut. */
final class StoreGate implements AutoCloseable {
    private static final Pattern LENGTH =
            Pattern.compile("^content-length: *(\\d+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int BUFFER = 1 << 16;

    private final ServerSocket entrance;
    private final URI store;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final List<Passed> taken = new CopyOnWriteArrayList<>();
    private volatile boolean shut;
    private volatile long bytesPerSecond = Long.MAX_VALUE;
    private volatile Predicate<Passed> withheld = request -> false;

    /** A request whose body has reached the store. */
    record Passed(String method, String target, long bytes) {
        /** Whether it stores an object of that name. */
        boolean puts(String name) {
            return method.equals("PUT") && URLDecoder.decode(target, UTF_8).contains("/" + name + "?");
        }

        /** {@code 12 of 0a1b…}; empty for what is no part. */
        String part() {
            var number = Pattern.compile("[?&]partNumber=(\\d+)").matcher(target);
            var upload = Pattern.compile("[?&]uploadId=([^&]+)").matcher(target);
            return method.equals("PUT") && number.find() && upload.find()
                    ? number.group(1) + " of " + upload.group(1)
                    : "";
        }
    }

    private StoreGate(ServerSocket entrance, URI store) {
        this.entrance = entrance;
        this.store = store;
    }

    static StoreGate before(URI store) {
        try {
            var gate = new StoreGate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), store);
            Thread.ofVirtual().start(gate::accept);
            return gate;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Sends a browser's requests to the store this way, without its knowing. */
    String asBrowserArgument() {
        return "--host-resolver-rules=MAP %s:%d 127.0.0.1:%d"
                .formatted(store.getHost(), store.getPort(), entrance.getLocalPort());
    }

    /** What has passed so far; what is still on its way breaks, so that it cannot be remembered later. */
    void forget() {
        breakOff();
        passed.clear();
        taken.clear();
    }

    List<String> parts() {
        return parts(passed);
    }

    /** Those that the store has said it has; of others on their way nobody knows whether they were kept. */
    List<String> takenParts() {
        return parts(taken);
    }

    private static List<String> parts(List<Passed> requests) {
        return requests.stream()
                .map(Passed::part)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** As when a cable is pulled: what is open breaks, nothing new comes through. */
    void shut() {
        shut = true;
        breakOff();
    }

    private void breakOff() {
        open.forEach(StoreGate::close);
        open.clear();
    }

    void reopen() {
        shut = false;
    }

    /** So that there is time to do something to an upload. */
    void slow(long bytesPerSecondOfEach) {
        bytesPerSecond = bytesPerSecondOfEach;
    }

    /** What the store answers to such requests does not come back. */
    void withhold(Predicate<Passed> answersTo) {
        withheld = answersTo;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var visitor = entrance.accept();
                if (shut) close(visitor);
                else Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        open.add(visitor);
        try (visitor;
                var behind = new Socket(store.getHost(), store.getPort())) {
            open.add(behind);
            var asked = new ConcurrentLinkedQueue<Passed>();
            var back = Thread.ofVirtual().start(() -> answers(behind, visitor, asked));
            requests(new BufferedInputStream(visitor.getInputStream(), BUFFER), behind.getOutputStream(), asked);
            behind.shutdownOutput();
            back.join();
            open.remove(behind);
        } catch (IOException broken) {
            return; // as when a network breaks
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(visitor);
        }
    }

    private void requests(InputStream from, OutputStream to, Queue<Passed> asked) throws IOException {
        for (var head = head(from); !head.isEmpty(); head = head(from)) {
            var length = LENGTH.matcher(head);
            var bytes = length.find() ? Long.parseLong(length.group(1)) : 0;
            var words = head.split(" ", 3);
            var request = new Passed(words[0], words[1], bytes);
            asked.add(request); // before the store can answer
            to.write(head.getBytes(ISO_8859_1));
            pass(from, to, bytes);
            passed.add(request);
        }
    }

    /** Browsers send lengths, never chunks. */
    private void pass(InputStream from, OutputStream to, long bytes) throws IOException {
        var buffer = new byte[BUFFER];
        var began = System.nanoTime();
        for (var left = bytes; left > 0; ) {
            var count = from.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (count < 0) throw new IOException("broken off");
            to.write(buffer, 0, count);
            left -= count;
            hold(began, bytes - left);
        }
        to.flush();
    }

    private void hold(long began, long bytes) {
        var due = (long) (bytes * 1e9 / bytesPerSecond);
        var early = due - (System.nanoTime() - began);
        if (early > 0) LockSupport.parkNanos(early);
    }

    private static String head(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        for (var b = from.read(); b >= 0; b = from.read()) {
            head.write(b);
            if (b == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) return head.toString(ISO_8859_1);
        }
        return "";
    }

    /** One answer a request, in order; a browser asks the next when it has the last. */
    private void answers(Socket from, Socket to, Queue<Passed> asked) {
        var buffer = new byte[BUFFER];
        try (to) {
            var answers = from.getInputStream();
            var silent = false;
            for (var count = answers.read(buffer); count >= 0; count = answers.read(buffer)) {
                var beginning = new String(buffer, 0, Math.min(count, 10), ISO_8859_1);
                var request = beginning.startsWith("HTTP/1.") ? asked.poll() : null;
                if (request != null && beginning.endsWith(" 2")) taken.add(request);
                if (request != null) silent = withheld.test(request);
                if (!silent) to.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException broken) {
            return; // the other side sees it too
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            return; // that was wanted
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        shut();
    }
}
