package io.bramble.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.KeyInfo;
import io.bramble.storage.SecretCipher;
import io.bramble.storage.SecretKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Keys and rules on disk, secrets sealed. */
final class IdentityFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final SecretCipher cipher;

    private record WrittenKey(KeyInfo info, String sealedSecret) {}

    private record Written(List<WrittenKey> keys, Map<String, IdentityState.Rule> rules) {}

    IdentityFile(Path file, SecretCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    IdentityState read() throws IOException {
        var content = Durable.read(file);
        if (content == null) {
            return IdentityState.EMPTY;
        }
        var written = JSON.readValue(content, Written.class);
        var keys = new HashMap<String, IdentityState.Key>();
        for (var key : written.keys()) {
            keys.put(key.info().accessKeyId(), new IdentityState.Key(key.info(), unseal(key)));
        }
        return new IdentityState(keys, written.rules());
    }

    void write(IdentityState state) throws IOException {
        var keys = state.keys().values().stream()
                .map(key -> new WrittenKey(key.info(), seal(key)))
                .toList();
        Durable.write(file, JSON.writeValueAsBytes(new Written(keys, state.rules())));
    }

    private String seal(IdentityState.Key key) {
        var secret = key.secret().reveal().getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(cipher.encrypt(secret, context(key.info())));
    }

    private SecretKey unseal(WrittenKey key) {
        var sealed = Base64.getDecoder().decode(key.sealedSecret());
        return SecretKey.of(new String(cipher.decrypt(sealed, context(key.info())), UTF_8));
    }

    private static String context(KeyInfo key) {
        return "embedded-engine|" + key.accessKeyId() + "|secret";
    }
}
