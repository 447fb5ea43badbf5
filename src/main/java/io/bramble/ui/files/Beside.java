package io.bramble.ui.files;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Remote calls beside the session's lock: the page stays alive while the store thinks. */
final class Beside {
    private Beside() {}

    /**
     * Calls, then tells the page. Whoever left the page misses nothing.
     *
     * @param remote on a thread of its own, without a current UI or user
     * @param then with the lock held
     * @param failed with the lock held, unless interrupted
     * @return to be interrupted if the answer is no longer wanted
     */
    static <T> Thread call(Supplier<T> remote, Consumer<T> then, Consumer<RuntimeException> failed) {
        return later(Duration.ZERO, remote, then, failed);
    }

    /** As {@link #call}, for what has no answer. */
    static Thread run(Runnable remote, Runnable then, Consumer<RuntimeException> failed) {
        return call(
                () -> {
                    remote.run();
                    return true;
                },
                _ -> then.run(),
                failed);
    }

    /** As {@link #call}, after a while. */
    static <T> Thread later(Duration wait, Supplier<T> remote, Consumer<T> then, Consumer<RuntimeException> failed) {
        var ui = UI.getCurrentOrThrow();
        return Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(wait.toNanos());
            try {
                var answer = remote.get();
                tell(ui, () -> then.accept(answer));
            } catch (RuntimeException problem) {
                tell(ui, () -> failed.accept(problem));
            }
        });
    }

    private static void tell(UI ui, Command news) {
        if (Thread.currentThread().isInterrupted()) return;
        try {
            var _ = ui.access(news);
        } catch (UIDetachedException left) {
            // nobody looks any more
        }
    }
}
