package io.bramble.bucket;

import io.bramble.account.Account;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.account.Role;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account may still do: its standing and its limits. */
@Component
class Allowances {
    private final Accounts accounts;
    private final JdbcClient jdbc;

    Allowances(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Members who may see buckets and files. */
    static void requireReader(Membership acting) {
        acting.require(Role.OWNER, Role.ADMIN, Role.DEVELOPER, Role.VIEWER);
    }

    /** The account, if it may write; until the transaction ends nobody else counts against its limits. */
    Account lockForWriting(Membership acting) {
        lock(acting.accountId());
        return forWriting(acting);
    }

    void lock(UUID accountId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:account, 2))")
                .param("account", accountId.toString())
                .query((_, _) -> true)
                .single();
    }

    Account forWriting(Membership acting) {
        var account = accounts.get(acting);
        if (!account.standing().writes()) throw new StandingForbids(account.standing());
        return account;
    }

    Account forReading(Membership acting) {
        var account = accounts.get(acting);
        if (!account.standing().reads()) throw new StandingForbids(account.standing());
        return account;
    }
}
