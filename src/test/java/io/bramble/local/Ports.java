package io.bramble.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the platform is reached.
 *
 * @param management where Keycloak says whether it is ready
 */
record Ports(int console, int s3, int keycloak, int mailbox, int smtp, int management, int postgres) {

    /** A door that people use, and the variable that moves it. */
    private record Door(int port, String what, String variable) {}

    /**
     * @param environment {@code BRAMBLE_PORT} and its like
     * @param postgres kept from the last start, 0 for any
     */
    static Ports of(Map<String, String> environment, int postgres) {
        var inner = free(3);
        return new Ports(
                number(environment, "BRAMBLE_PORT", 8080),
                number(environment, "BRAMBLE_S3_PORT", 9000),
                number(environment, "BRAMBLE_KEYCLOAK_PORT", 8081),
                number(environment, "BRAMBLE_MAILBOX_PORT", 8025),
                inner.get(0),
                inner.get(1),
                postgres != 0 && isFree(postgres) ? postgres : inner.get(2));
    }

    static Ports allFree() {
        var free = free(7);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5), free.get(6));
    }

    /** @throws Problem naming the port, who holds it and the variable that moves it */
    void requireFree() {
        var doors = List.of(
                new Door(console, "the console", "BRAMBLE_PORT"),
                new Door(s3, "S3", "BRAMBLE_S3_PORT"),
                new Door(keycloak, "Keycloak", "BRAMBLE_KEYCLOAK_PORT"),
                new Door(mailbox, "the mailbox", "BRAMBLE_MAILBOX_PORT"));
        for (var door : doors) {
            if (isFree(door.port())) continue;
            throw new Problem("Port %d for %s is in use%s. Free it or move ours: %s=%d bin/run"
                    .formatted(
                            door.port(),
                            door.what(),
                            PortHolder.of(door.port()).map(it -> " by " + it).orElse(""),
                            door.variable(),
                            door.port() + 10_000 > 65_535 ? door.port() - 10_000 : door.port() + 10_000));
        }
        if (doors.stream().map(Door::port).distinct().count() < doors.size()) {
            throw new Problem("Give the console, S3, Keycloak and the mailbox four different ports:"
                    + " BRAMBLE_PORT, BRAMBLE_S3_PORT, BRAMBLE_KEYCLOAK_PORT, BRAMBLE_MAILBOX_PORT");
        }
    }

    private static int number(Map<String, String> environment, String variable, int usual) {
        var text = environment.getOrDefault(variable, Integer.toString(usual));
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) return port;
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new Problem("%s must be a port from 1 to 65535, not \"%s\"".formatted(variable, text));
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /** All are held until all are found, so they differ. */
    private static List<Integer> free(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new UncheckedIOException("This machine has no free port", none);
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
