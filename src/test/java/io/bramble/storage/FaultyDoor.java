package io.bramble.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
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

    /** Each answer comes that much later, from the next connection on; open ones end. */
    public void slow(Duration later) {
        delay = later;
        busy = false;
        endConnections();
    }

    /** Everybody is told to come back later. */
    public void busy() {
        busy = true;
        endConnections();
    }

    public void well() {
        slow(Duration.ZERO);
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
        try (visitor) {
            if (busy) {
                visitor.getInputStream().read(new byte[1 << 16]);
                visitor.getOutputStream().write(BUSY);
                return;
            }
            try (var server = new Socket(behind.getHost(), behind.getPort())) {
                open.add(server);
                var back = Thread.ofVirtual().start(() -> pass(server, visitor, delay));
                pass(visitor, server, Duration.ZERO);
                back.join();
            }
        } catch (IOException broken) {
            return; // as when a network breaks
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to, Duration delay) {
        try {
            pass(from.getInputStream(), to.getOutputStream(), delay);
            to.shutdownOutput();
        } catch (IOException broken) {
            return; // the other side sees it too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(InputStream from, OutputStream to, Duration delay)
            throws IOException, InterruptedException {
        var buffer = new byte[1 << 16];
        for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            Thread.sleep(delay);
            to.write(buffer, 0, count);
            to.flush();
        }
    }

    private void endConnections() {
        for (var socket : open) close(socket);
        open.clear();
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
        endConnections();
    }
}
