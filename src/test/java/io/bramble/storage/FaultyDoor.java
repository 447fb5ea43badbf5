package io.bramble.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server and passes everything on, or holds answers back, or turns requests away. */
public final class FaultyDoor implements AutoCloseable {
    private static final byte[] BUSY =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

    private final ServerSocket entrance;
    private final URI behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean busy;
    private volatile String busyFor = "";

    private FaultyDoor(ServerSocket entrance, URI behind) {
        this.entrance = entrance;
        this.behind = behind;
    }

    public static FaultyDoor before(URI server) {
        try {
            var door = new FaultyDoor(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            Thread.ofVirtual().start(door::accept);
            return door;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** Each answer comes that much later. */
    public void slow(Duration later) {
        delay = later;
        busy = false;
    }

    /** Everybody is told to come back later. */
    public void busy() {
        busy = true;
    }

    /** Only requests that say this are told so. */
    public void busyFor(String words) {
        busyFor = words;
    }

    /** Connections that were not turned away stay open: a client that keeps them must not be surprised later. */
    public void well() {
        slow(Duration.ZERO);
        busyFor = "";
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var visitor = entrance.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        open.add(visitor);
        try (visitor;
                var server = new Socket(behind.getHost(), behind.getPort())) {
            open.add(server);
            var back = Thread.ofVirtual().start(() -> passAnswers(server, visitor));
            passRequests(visitor, server);
            back.join();
        } catch (IOException broken) {
            return; // as when a network breaks
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passRequests(Socket visitor, Socket server) throws IOException {
        var buffer = new byte[1 << 16];
        var requests = visitor.getInputStream();
        for (var count = requests.read(buffer); count >= 0; count = requests.read(buffer)) {
            if (busy || (!busyFor.isEmpty() && new String(buffer, 0, count, US_ASCII).contains(busyFor))) {
                turnAway(visitor);
                break;
            }
            server.getOutputStream().write(buffer, 0, count);
        }
        server.shutdownOutput();
    }

    /** Hears the rest, else the answer could get lost. */
    private static void turnAway(Socket visitor) throws IOException {
        visitor.getOutputStream().write(BUSY);
        visitor.shutdownOutput();
        visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void passAnswers(Socket server, Socket visitor) {
        try {
            var buffer = new byte[1 << 16];
            var answers = server.getInputStream();
            for (var count = answers.read(buffer); count >= 0; count = answers.read(buffer)) {
                Thread.sleep(delay);
                visitor.getOutputStream().write(buffer, 0, count);
            }
            visitor.shutdownOutput();
        } catch (IOException broken) {
            return; // the other side sees it too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        for (var socket : open) close(socket);
    }
}
