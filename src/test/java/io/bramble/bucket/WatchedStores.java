package io.bramble.bucket;

import io.bramble.provisioning.Engines;
import io.bramble.storage.BucketSettings;
import io.bramble.storage.Credentials;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.StoreAdmin;
import io.bramble.storage.VersionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;

/** The real engine, with a test looking on: around each call, counted from 1, it may do something, or kill the worker. */
final class WatchedStores extends Stores {
    private Watcher watcher = (_, _) -> {};
    private Runnable beforeOpening = () -> {};
    private int calls;

    enum Moment {
        BEFORE,
        AFTER
    }

    interface Watcher {
        void at(int call, Moment moment);
    }

    /** The end of a process: nothing of ours sees it. */
    static final class Killed extends Error {}

    WatchedStores(Engines engines) {
        super(engines, URI.create("http://localhost:8080"));
    }

    /** Counts anew. */
    void watch(Watcher looking) {
        calls = 0;
        watcher = looking;
    }

    void onceBeforeOpening(Runnable what) {
        beforeOpening = () -> {
            beforeOpening = () -> {};
            what.run();
        };
    }

    int calls() {
        return calls;
    }

    void call(Runnable work) {
        var number = ++calls;
        watcher.at(number, Moment.BEFORE);
        work.run();
        watcher.at(number, Moment.AFTER);
    }

    @Override
    StoreAdmin admin(Bucket bucket) {
        return watched(StoreAdmin.class, super.admin(bucket));
    }

    @Override
    ObjectStore open(Bucket bucket, Credentials credentials) {
        beforeOpening.run();
        return watched(ObjectStore.class, super.open(bucket, credentials));
    }

    @Override
    ObjectStore openAsPublic(Bucket bucket, Credentials credentials) {
        return watched(ObjectStore.class, super.openAsPublic(bucket, credentials));
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var number = ++calls;
                    watcher.at(number, Moment.BEFORE);
                    try {
                        var answer = method.invoke(real, arguments);
                        watcher.at(number, Moment.AFTER);
                        return switch (answer) {
                            case BucketSettings settings -> watched(BucketSettings.class, settings);
                            case VersionStore versions -> watched(VersionStore.class, versions);
                            case MultipartStore uploads -> watched(MultipartStore.class, uploads);
                            case null, default -> answer;
                        };
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
