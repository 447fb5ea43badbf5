package io.bramble.local;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.security.keycloak.KeycloakAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People who can sign in at once: e-mail confirmed, terms accepted, password known. */
public final class People {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REALM = "/bramble";

    private final KeycloakAdmin keycloak;

    People(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes the person, or gives one who is there this password again. */
    public void add(String email, String name, String password) {
        if (find(email).isEmpty()) keycloak.post(REALM + "/users", person(email, name));
        var address = address(email);
        keycloak.put(address + "/reset-password", password(password));
        // Keycloak adds the terms to every new user, even to one made without required actions.
        var person = (ObjectNode) keycloak.get(address);
        person.putArray("requiredActions");
        keycloak.put(address, person);
    }

    /** @param role operator, support or finance */
    public void grant(String email, String role) {
        var roles = JSON.createArrayNode().add(keycloak.get(REALM + "/roles/" + role));
        keycloak.post(address(email) + "/role-mappings/realm", roles);
    }

    /** As an administrator of Keycloak ends all sessions of a person. */
    public void signOut(String email) {
        keycloak.post(address(email) + "/logout", JSON.createObjectNode());
    }

    private JsonNode find(String email) {
        return keycloak.get(REALM + "/users?exact=true&username=" + encode(email, UTF_8));
    }

    private String address(String email) {
        return REALM + "/users/" + find(email).get(0).get("id").asString();
    }

    private static JsonNode person(String email, String name) {
        return JSON.createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", name);
    }

    private static JsonNode password(String password) {
        return JSON.createObjectNode()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
    }
}
