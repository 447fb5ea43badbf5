package io.bramble.security.keycloak;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a realm to what {@code keycloak/realm.json} and {@code keycloak/user-profile.json} say, part by part: makes or
 * updates, deletes nothing, may be repeated. Keycloak's own imports either do nothing to an existing realm or make its
 * roles anew, which takes them from everybody who had them.
 */
public final class RealmSetup {

    /** Parts of the file that have addresses of their own. */
    private static final List<String> PARTS = List.of("roles", "requiredActions", "localizationTexts", "clients");

    private final KeycloakAdmin keycloak;
    private final ObjectNode definition;
    private final ObjectNode userProfile;
    private final String realm;

    /**
     * @param settings {@code BRAMBLE_URL}, {@code BRAMBLE_KEYCLOAK_CLIENT_SECRET}, {@code SMTP_HOST}, {@code SMTP_PORT},
     *     {@code SMTP_FROM} and, if the mail server asks for them, {@code SMTP_USER}, {@code SMTP_PASSWORD}
     */
    public RealmSetup(KeycloakAdmin keycloak, Map<String, String> settings) {
        this.keycloak = keycloak;
        this.definition = new RealmTemplate("realm.json").fill(withMailDefaults(settings));
        this.userProfile = new RealmTemplate("user-profile.json").fill(settings);
        this.realm = "/" + definition.get("realm").asString();
    }

    /** For the migration job: settings come from the environment. */
    public static void main(String[] args) {
        var environment = System.getenv();
        try (var keycloak = new KeycloakAdmin(
                URI.create(required(environment, "KEYCLOAK_URL")),
                required(environment, "KEYCLOAK_SETUP_CLIENT_ID"),
                required(environment, "KEYCLOAK_SETUP_CLIENT_SECRET"))) {
            new RealmSetup(keycloak, environment).apply();
        }
        System.out.println("The realm is what realm.json says.");
    }

    public void apply() {
        applyRealm();
        definition.path("localizationTexts").properties().forEach(it -> applyTexts(it.getKey(), it.getValue()));
        definition.path("roles").path("realm").forEach(this::applyRole);
        definition.path("requiredActions").forEach(this::applyRequiredAction);
        keycloak.put(realm + "/users/profile", userProfile);
        definition.path("clients").forEach(client -> applyClient((ObjectNode) client));
    }

    private void applyRealm() {
        var settings = definition.deepCopy().remove(PARTS);
        if (keycloak.find(realm).isPresent()) {
            keycloak.put(realm, settings);
        } else {
            keycloak.post("", settings);
            keycloak.signInAgain();
        }
    }

    private void applyTexts(String language, JsonNode texts) {
        keycloak.post(realm + "/localization/" + language, texts);
    }

    private void applyRole(JsonNode role) {
        var address = realm + "/roles/" + role.get("name").asString();
        if (keycloak.find(address).isPresent()) keycloak.put(address, role);
        else keycloak.post(realm + "/roles", role);
    }

    private void applyRequiredAction(JsonNode action) {
        var address = realm + "/authentication/required-actions/"
                + action.get("alias").asString();
        keycloak.put(address, ((ObjectNode) keycloak.get(address)).setAll((ObjectNode) action));
    }

    private void applyClient(ObjectNode client) {
        var mappers = client.path("protocolMappers");
        var settings = client.deepCopy().remove(List.of("protocolMappers"));
        var query = realm + "/clients?clientId=" + encode(client.get("clientId").asString(), UTF_8);
        var found = keycloak.get(query);
        if (found.isEmpty()) keycloak.post(realm + "/clients", settings);
        else keycloak.put(clientAddress(found), settings);
        var address = clientAddress(keycloak.get(query)) + "/protocol-mappers/models";
        var present = keycloak.get(address);
        mappers.forEach(mapper -> applyMapper(address, present, (ObjectNode) mapper));
    }

    private String clientAddress(JsonNode found) {
        return realm + "/clients/" + found.get(0).get("id").asString();
    }

    private void applyMapper(String address, JsonNode present, ObjectNode mapper) {
        for (var candidate : present) {
            if (!candidate.get("name").equals(mapper.get("name"))) continue;
            var id = candidate.get("id").asString();
            keycloak.put(address + "/" + id, mapper.deepCopy().put("id", id));
            return;
        }
        keycloak.post(address, mapper);
    }

    private static Map<String, String> withMailDefaults(Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        var signsIn = Boolean.toString(settings.containsKey("SMTP_USER"));
        all.put("SMTP_AUTH", signsIn);
        all.putIfAbsent("SMTP_STARTTLS", signsIn);
        all.putIfAbsent("SMTP_USER", "");
        all.putIfAbsent("SMTP_PASSWORD", "");
        return all;
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) throw new IllegalArgumentException("Set " + name);
        return value;
    }
}
