package io.bramble.local;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code bin/run --demo} adds: a customer with buckets, files and a month behind them, and an operator. It may be repeated, and says
 * where everything is in {@code demo.json}.
 *
 * @param user e-mail address and password of the customer, for people's eyes
 * @param admin the same of the operator
 */
record Demo(String user, String admin) {

    static final String USER = "brambleberry@bramble.example"; // its local part becomes the namespace
    private static final String ADMIN = "admin@bramble.example";

    static Demo setUp(LocalPlatform platform, Progress progress) throws IOException {
        progress.say("Adding the demo");
        var secrets = platform.home().secrets();
        var userPassword = secrets.get("demo-user");
        var adminPassword = secrets.get("demo-admin");
        var token = "brm_" + secrets.get("demo-token");
        addPeople(platform.people(), userPassword, adminPassword);
        new ConsoleSignIn(platform.consoleUrl()).of(USER, userPassword);
        var account = new DemoAccount(platform.postgres(), USER);
        account.allow(token);
        new DemoContent(platform, token).make();
        account.givePast();
        write(platform, userPassword, adminPassword, token);
        return new Demo(USER + "  " + userPassword, ADMIN + "  " + adminPassword);
    }

    private static void addPeople(People people, String userPassword, String adminPassword) {
        people.add(USER, "Brambleberry Farm", userPassword);
        people.add(ADMIN, "Admin", adminPassword);
        people.grant(ADMIN, "operator");
    }

    private static void write(LocalPlatform platform, String userPassword, String adminPassword, String token)
            throws IOException {
        var facts = Map.of(
                "consoleUrl", platform.consoleUrl().toString(),
                "s3Endpoint", platform.s3Endpoint().toString(),
                "region", "us-east-1",
                "user", Map.of("email", USER, "password", userPassword),
                "admin", Map.of("email", ADMIN, "password", adminPassword),
                "apiToken", token);
        var json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts);
        PrivateFile.write(platform.home().demo(), json + "\n");
    }
}
