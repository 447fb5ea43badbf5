package io.bramble.storage.embedded;

import io.bramble.storage.Access;
import io.bramble.storage.KeyInfo;
import io.bramble.storage.ScopedKey;
import io.bramble.storage.SecretCipher;
import io.bramble.storage.SecretKey;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keys, and what buckets allow: in memory for every request, on disk before a change is acknowledged. */
public final class Identities {
    private final IdentityFile file;
    private volatile IdentityState state;

    private Identities(IdentityFile file) throws IOException {
        this.file = file;
        this.state = file.read();
    }

    public static Identities open(EngineFolder folder, SecretCipher cipher) throws IOException {
        return new Identities(new IdentityFile(folder.root().resolve("identities.json"), cipher));
    }

    /** A key's secret, and what it opens at this moment. */
    public record Found(SecretKey secret, Grant grant) {}

    public @Nullable Found find(@Nullable String accessKeyId) {
        var now = state;
        var key = accessKeyId == null ? null : now.keys().get(accessKeyId);
        if (key == null) {
            return null;
        }
        var info = key.info();
        var access = now.rule(info.bucket()).access();
        var grant = new Grant(info.bucket(), info.permission(), info.prefix(), info.expiresAt(), access);
        return new Found(key.secret(), grant);
    }

    public List<KeyInfo> keys(String bucket) {
        return state.keys().values().stream()
                .map(IdentityState.Key::info)
                .filter(key -> key.bucket().equals(bucket))
                .toList();
    }

    public OptionalLong quota(String bucket) {
        var bytes = state.rule(bucket).quotaBytes();
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    public void ensure(ScopedKey key) throws IOException {
        var info = new KeyInfo(key.id(), key.bucket(), key.permission(), key.prefix(), key.expiresAt());
        change(now -> now.with(new IdentityState.Key(info, key.credentials().secretKey())));
    }

    public void revoke(String accessKeyId) throws IOException {
        change(now -> now.without(accessKeyId));
    }

    public void access(String bucket, Access access) throws IOException {
        change(now ->
                now.with(bucket, new IdentityState.Rule(access, now.rule(bucket).quotaBytes())));
    }

    public void quota(String bucket, OptionalLong bytes) throws IOException {
        var limit = bytes.isPresent() ? (Long) bytes.getAsLong() : null;
        change(now -> now.with(bucket, new IdentityState.Rule(now.rule(bucket).access(), limit)));
    }

    public void forget(String bucket) throws IOException {
        change(now -> now.withoutBucket(bucket));
    }

    /** A pass that finds everything as it should be writes nothing. */
    private synchronized void change(UnaryOperator<IdentityState> changing) throws IOException {
        var next = changing.apply(state);
        if (!next.equals(state)) {
            file.write(next);
            state = next;
        }
    }
}
