package io.bramble.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace that reaches this machine by a link of 1 Gbit/s, as clients in it do. Needs root. What listens on
 * the loopback alone is relayed; it is little.
 */
final class ShapedLink implements AutoCloseable {
    private static final String NAME = "bramble-bench";
    private static final String HOST = "10.213.77.1";
    private static final String GUEST = "10.213.77.2";
    private static final String SHAPE = "tbf rate 1gbit burst 256kb latency 50ms";

    private final List<ServerSocket> relays = new ArrayList<>();

    private ShapedLink() {}

    /** @param relayed ports of the loopback that clients in the namespace find at {@link #host} */
    static ShapedLink open(List<Integer> relayed) throws IOException, InterruptedException {
        var link = new ShapedLink();
        link.remove();
        for (var line : List.of(
                "ip netns add " + NAME,
                "ip link add bench0 type veth peer name bench1 netns " + NAME,
                "ip addr add " + HOST + "/30 dev bench0",
                "ip link set bench0 up",
                "ip netns exec " + NAME + " ip addr add " + GUEST + "/30 dev bench1",
                "ip netns exec " + NAME + " ip link set bench1 up",
                "ip netns exec " + NAME + " ip link set lo up",
                "tc qdisc add dev bench0 root " + SHAPE,
                "ip netns exec " + NAME + " tc qdisc add dev bench1 root " + SHAPE)) run(line);
        for (var port : relayed) link.relay(port);
        return link;
    }

    String host() {
        return HOST;
    }

    /** What runs a program at the far end of the link. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", NAME);
    }

    /** A script that runs a program at the far end, for those who take a path. */
    Path wrapped(Path program) throws IOException {
        var script = Files.createTempFile(Path.of("target").toAbsolutePath(), "linked-", ".sh");
        Files.writeString(script, "#!/bin/sh\nexec " + String.join(" ", prefix()) + " " + program + " \"$@\"\n");
        if (!script.toFile().setExecutable(true)) throw new IOException("Cannot make " + script + " executable");
        return script;
    }

    private void relay(int port) throws IOException {
        var entrance = new ServerSocket(port, 50, InetAddress.getByName(HOST));
        relays.add(entrance);
        Thread.ofVirtual().start(() -> {
            while (!entrance.isClosed()) {
                try {
                    var visitor = entrance.accept();
                    var behind = new Socket(InetAddress.getLoopbackAddress(), port);
                    Thread.ofVirtual().start(() -> pass(visitor, behind));
                    Thread.ofVirtual().start(() -> pass(behind, visitor));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            return; // the other side sees it too
        }
    }

    private void remove() throws IOException, InterruptedException {
        new ProcessBuilder("ip", "link", "del", "bench0").start().waitFor();
        new ProcessBuilder("ip", "netns", "del", NAME).start().waitFor();
    }

    private static void run(String line) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(line.split(" ", 0)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) throw new IOException(line + ": " + said);
    }

    @Override
    public void close() throws IOException {
        for (var relay : relays) relay.close();
        try {
            remove();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
