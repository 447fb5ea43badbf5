package io.bramble.compatibility;

import static java.util.Objects.requireNonNull;

import io.bramble.compatibility.Operation.Outcome;
import io.bramble.journey.Terminal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** boto3: one process does all its operations, which are told in Python. */
final class Boto3 implements Suite {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public boolean isHere() {
        return System.getenv("BRAMBLE_PYTHON") != null;
    }

    @Override
    public Stream<Callable<List<Outcome>>> tasks(Place place) {
        return Stream.of(() -> run(place));
    }

    private static List<Outcome> run(Place place) {
        var terminal = Terminal.open();
        terminal.write("place.json", JSON.writeValueAsBytes(described(place)));
        return terminal.run(
                        "PYTHONDONTWRITEBYTECODE=1 \"$BRAMBLE_PYTHON\" '" + Resources.file("run.py") + "' < place.json")
                .succeeded()
                .output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> outcome(JSON.readTree(line), place.engine()))
                .toList();
    }

    private static Map<String, Object> described(Place place) {
        var keys = new HashMap<String, Object>();
        place.keys().forEach((name, key) -> keys.put(name, Map.of("id", key.accessKeyId(), "secret", key.secret())));
        return Map.of(
                "endpoint",
                place.endpoint(),
                "region",
                place.region(),
                "bucket",
                place.bucket(),
                "other",
                place.other(),
                "keys",
                keys);
    }

    private static Outcome outcome(JsonNode line, Engine engine) {
        var operation = new Operation(
                text(line, "group"),
                text(line, "name"),
                "boto3",
                Answer.of(text(line, "embedded")),
                Answer.of(text(line, "minio")));
        return operation.on(engine, Answer.of(text(line, "answer")));
    }

    private static String text(JsonNode line, String name) {
        return requireNonNull(line.get(name), name).asString();
    }
}
