package io.bramble.compatibility;

import java.util.stream.Collectors;

/** Lines that tell all programs where to go and with which keys; the rest is in settings.sh of the test resources. */
final class Settings {
    private Settings() {}

    static String of(Place place) {
        var keys = place.keys().entrySet().stream()
                .map(key -> "key %s %s %s"
                        .formatted(
                                key.getKey(),
                                key.getValue().accessKeyId(),
                                key.getValue().secret()))
                .collect(Collectors.joining("\n"));
        return """
                ENDPOINT=%s REGION=%s BUCKET=%s OTHER=%s LARGE='%s'
                source '%s'
                %s
                """.formatted(
                        place.endpoint(),
                        place.region(),
                        place.bucket(),
                        place.other(),
                        Content.largeFile(),
                        Resources.file("settings.sh"),
                        keys);
    }
}
