package io.bramble.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.secrets.Vault;
import io.bramble.storage.Credentials;
import io.bramble.storage.SecretKey;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The root credentials of engines, encrypted at rest. */
@Component
class EngineSecrets {
    private final JdbcClient jdbc;
    private final Vault vault;

    EngineSecrets(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Credentials of(UUID engineId) {
        return jdbc.sql("select root_user, root_secret_enc from engine where id = :id")
                .param("id", engineId)
                .query((row, _) -> new Credentials(
                        row.getString("root_user"), unsealed(engineId, row.getBytes("root_secret_enc"))))
                .single();
    }

    void replace(UUID engineId, Credentials root) {
        jdbc.sql("update engine set root_user = :user, root_secret_enc = :secret where id = :id")
                .param("user", root.accessKeyId())
                .param("secret", sealed(engineId, root))
                .param("id", engineId)
                .update();
    }

    byte[] sealed(UUID engineId, Credentials root) {
        return vault.encrypt(root.secretKey().reveal().getBytes(UTF_8), place(engineId));
    }

    private SecretKey unsealed(UUID engineId, byte[] sealed) {
        return SecretKey.of(new String(vault.decrypt(sealed, place(engineId)), UTF_8));
    }

    private static String place(UUID engineId) {
        return "engine|" + engineId + "|root_secret_enc";
    }
}
