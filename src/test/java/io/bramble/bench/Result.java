package io.bramble.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * A figure beside that of its peer, measured in the same run.
 *
 * @param ratio value by peer value
 * @param target in words: what the value or the ratio has to keep
 */
record Result(String name, String unit, double value, String peer, double peerValue, double ratio, String target) {
    private static final Path FOLDER = Path.of("bench/results");

    static Result of(String name, String unit, double value, String peer, double peerValue, String target) {
        return new Result(name, unit, rounded(value), peer, rounded(peerValue), rounded(value / peerValue), target);
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        var json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        Files.writeString(FOLDER.resolve(name + ".json"), json + "\n");
        System.out.println(json);
    }

    /** To four digits that mean something. */
    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
    }
}
