package io.bramble.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The account for which the current thread acts. {@link ScopedTransactionManager} hands it to PostgreSQL, whose
 * row-level security then shows that account's rows alone. Nothing bound: nothing visible.
 */
public final class AccountScope {
    static final String PLATFORM = "*";
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private AccountScope() {}

    static @Nullable String current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    static <T> T call(String scope, ScopedValue.CallableOp<T, Throwable> body) throws Throwable {
        return ScopedValue.where(CURRENT, scope).<T, Throwable>call(body);
    }

    /** Runs the platform's own work, which sees all accounts: workers, sign-in, operators. */
    public static <T> T platform(Supplier<T> body) {
        return ScopedValue.where(CURRENT, PLATFORM).<T, RuntimeException>call(body::get);
    }

    /** As {@link #platform(Supplier)}, without a result. */
    public static void platform(Runnable body) {
        ScopedValue.where(CURRENT, PLATFORM).run(body);
    }
}
