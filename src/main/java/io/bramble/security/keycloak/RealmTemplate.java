package io.bramble.security.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON file on the class path whose {@code ${UPPER_CASE}} names are settings; Keycloak's own {@code ${email}} stays. */
record RealmTemplate(String file) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    ObjectNode fill(Map<String, String> settings) {
        var text = text();
        requireAll(text, settings);
        var filled =
                SETTING.matcher(text).replaceAll(name -> Matcher.quoteReplacement(escaped(settings, name.group(1))));
        return (ObjectNode) JSON.readTree(filled);
    }

    private static void requireAll(String text, Map<String, String> settings) {
        var missing = new TreeSet<String>();
        SETTING.matcher(text).results().map(name -> name.group(1)).forEach(missing::add);
        missing.removeAll(settings.keySet());
        if (!missing.isEmpty()) throw new IllegalArgumentException("Set " + String.join(", ", missing));
    }

    private static String escaped(Map<String, String> settings, String name) {
        var quoted = JSON.writeValueAsString(settings.get(name));
        return quoted.substring(1, quoted.length() - 1);
    }

    private String text() {
        try (var content = RealmTemplate.class.getResourceAsStream("/keycloak/" + file)) {
            if (content == null) throw new IllegalStateException("keycloak/" + file + " is not on the class path");
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
