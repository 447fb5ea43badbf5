package io.bramble.bucket;

import io.bramble.account.AccountScope;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Whether somebody wants a job stopped; looks once in a second, however often it is asked, from any thread. */
final class StopAsked implements BooleanSupplier {
    private static final long APART_NANOS = 1_000_000_000L;

    private final ObjectJobTask.Desk desk;
    private final UUID id;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());
    private final AtomicBoolean asked = new AtomicBoolean();

    StopAsked(ObjectJobTask.Desk desk, UUID id) {
        this.desk = desk;
        this.id = id;
    }

    @Override
    public boolean getAsBoolean() {
        var last = looked.get();
        var now = System.nanoTime();
        if (!asked.get() && now - last > APART_NANOS && looked.compareAndSet(last, now))
            asked.set(
                    AccountScope.platform(() -> desk.read(() -> desk.progress().isStopping(id))));
        return asked.get();
    }
}
