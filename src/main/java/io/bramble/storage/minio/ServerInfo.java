package io.bramble.storage.minio;

import io.bramble.storage.Health;
import io.bramble.storage.Release;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a server tells about itself and its drives. */
record ServerInfo(JsonNode info) {
    static ServerInfo of(AdminCalls calls) {
        return new ServerInfo(calls.get("info", java.util.Map.of()));
    }

    String deploymentId() {
        return info.path("deploymentID").asString("");
    }

    /** Whom it was told to tell of events when it was started. */
    List<String> eventTargets() {
        return info.path("sqsARN").values().stream()
                .map(target -> target.asString(""))
                .sorted()
                .toList();
    }

    int processes() {
        return info.path("servers").size();
    }

    Health health() {
        var share = dataShare();
        return new Health(problem(), (long) (sum("totalspace") * share), (long) (sum("availspace") * share));
    }

    /** Of several, the oldest. */
    Release release() {
        var oldest = info.path("servers").values().stream()
                .map(server -> server.path("version").asString(""))
                .min(Comparator.naturalOrder())
                .orElse("");
        var releasedAt = releasedAt(oldest);
        return new Release(oldest, releasedAt, Advisories.of(releasedAt));
    }

    private static @Nullable Instant releasedAt(String version) {
        try {
            return Instant.parse(version);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable String problem() {
        var servers = info.path("servers").values().stream()
                .filter(server -> !server.path("state").asString("").equals("online"))
                .map(server -> "Server " + server.path("endpoint").asString("") + " is "
                        + server.path("state").asString("away") + ".");
        var drives = drives().stream()
                .filter(drive -> !drive.path("state").asString("").equals("ok"))
                .map(drive -> "Drive " + drive.path("endpoint").asString("") + " is "
                        + drive.path("state").asString("away") + ".");
        return Stream.concat(servers, drives).findFirst().orElse(null);
    }

    private List<JsonNode> drives() {
        return info.path("servers").values().stream()
                .flatMap(server -> server.path("drives").values().stream())
                .toList();
    }

    private long sum(String of) {
        return drives().stream().mapToLong(drive -> drive.path(of).asLong(0)).sum();
    }

    /** Of the drives' space: the rest is parity. */
    private double dataShare() {
        var backend = info.path("backend");
        var perSet = backend.path("totalDrivesPerSet").path(0).asInt(1);
        var parity = backend.path("standardSCParity").asInt(0);
        return perSet <= parity ? 1 : (double) (perSet - parity) / perSet;
    }
}
