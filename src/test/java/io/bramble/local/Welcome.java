package io.bramble.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last thing a start says: where everything is and how to get in. */
final class Welcome {

    private Welcome() {}

    static void print(LocalPlatform platform, @Nullable Demo demo) {
        var lines = List.of(
                "Bramble is running.",
                "",
                "Console    " + platform.consoleUrl(),
                "S3         " + platform.s3Endpoint(),
                "Keycloak   " + platform.keycloakUrl(),
                "Mailbox    " + platform.mailboxUrl() + "  (all mail ends up there)",
                "Sign in    " + (demo == null ? "sign up in the console with any e-mail address" : demo.user()),
                demo == null ? "" : "Operator   " + demo.admin(),
                "Data       " + platform.folder(),
                "",
                "Ctrl-C stops everything.");
        var width = lines.stream().mapToInt(String::length).max().orElseThrow();
        System.out.println("┌" + "─".repeat(width + 4) + "┐");
        lines.forEach(line -> System.out.println("│  " + line + " ".repeat(width - line.length()) + "  │"));
        System.out.println("└" + "─".repeat(width + 4) + "┘");
    }
}
