package io.bramble.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.MinioEngine;
import io.bramble.storage.MinioServer;
import io.bramble.ui.ScreenTest;
import io.bramble.ui.SignedIn;
import io.minio.admin.MinioAdminClient;
import io.minio.admin.UserInfo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators are warned of on the page of engines, one of them a real MinIO server with a known hole. */
@Import(MinioEngine.class)
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class EnginesScreenIT extends ScreenTest {
    @TempDir
    private Path folder;

    @Autowired
    MinioEngine minio;

    @Autowired
    JdbcClient jdbc;

    @Test
    @SignedIn(name = "olga", roles = "operator")
    void known_holes_and_what_others_did_are_warned_of_until_they_are_gone() throws Exception {
        try (var engine = minio.start(folder)) {
            eventually(() -> seen().contains("Nobody but Bramble has let anybody in."));
            assertThat(words()).contains("CVE-2026-40344").doesNotContain("did not make");

            var root = engine.server().root();
            var foreign = MinioAdminClient.builder()
                    .endpoint(engine.server().endpoint().toString())
                    .credentials(root.accessKeyId(), root.secretKey().reveal())
                    .build();
            foreign.addUser("somebody", UserInfo.Status.ENABLED, "somebodys-secret", null, List.of());
            eventually(() -> seen().contains("Users that Bramble did not make: somebody."));
            open("admin");
            assertThat(words()).contains("Needs attention", "rack");

            foreign.deleteUser("somebody");
            eventually(() -> !seen().contains("Users that Bramble did not make"));
            assertThat(words()).contains("CVE-2026-40344");
        }
    }

    /** On a page opened after the engines were looked at again. */
    private String seen() {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'observe-engines' and not picked")
                .update();
        open("admin");
        open("admin/engines");
        return words();
    }
}
