package io.bramble.bucket;

import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import io.bramble.work.Work;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows a wish, in its transaction: the audit trail, a pass in the queue, news for open pages. */
@Component
class BucketWork {
    static final String TASK = "bucket";

    /** Of an account's news that are about no bucket in particular. */
    private static final UUID NONE = new UUID(0, 0);

    private final Work work;
    private final BucketRows rows;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    BucketWork(Work work, BucketRows rows, Audit audit, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.work = work;
        this.rows = rows;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
    }

    void begin(Membership acting, UUID bucketId, String name) {
        work.add(TASK, bucketId.toString());
        announce(acting.accountId(), bucketId);
        audit.append(acting.accountId(), acting.actor(), "bucket.created", bucketId.toString(), name);
    }

    /** @param action noun and past participle for the audit trail */
    void wish(Membership acting, UUID bucketId, String action, String target, String detail) {
        wake(acting.accountId(), bucketId);
        audit.append(acting.accountId(), acting.actor(), action, target, detail);
    }

    /** To other modules, in this transaction. */
    void tell(BucketLife what) {
        events.publishEvent(what);
    }

    void announce(UUID accountId, UUID bucketId) {
        jdbc.sql("select pg_notify(:channel, :news)")
                .param("channel", BucketChanges.CHANNEL)
                .param("news", accountId + " " + bucketId)
                .query((_, _) -> true)
                .single();
    }

    @EventListener
    void follow(Accounts.StandingChanged changed) {
        wakeAll(changed.accountId());
    }

    @EventListener
    void follow(Accounts.LimitsChanged changed) {
        wakeAll(changed.accountId());
    }

    /** What one bucket holds is taken from what the others may. */
    void settleQuotas(UUID accountId) {
        rows.withStaleQuota(accountId).forEach(bucketId -> wake(accountId, bucketId));
    }

    /** Pages show standing and limits, also those of an account without buckets. */
    private void wakeAll(UUID accountId) {
        announce(accountId, NONE);
        rows.unpurged(accountId).forEach(bucketId -> wake(accountId, bucketId));
    }

    /** The row's counter first: its lock makes a pass that ends now wait, and then see the counter. */
    private void wake(UUID accountId, UUID bucketId) {
        rows.woken(bucketId);
        work.wake(TASK, bucketId.toString());
        announce(accountId, bucketId);
    }
}
