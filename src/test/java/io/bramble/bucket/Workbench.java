package io.bramble.bucket;

import com.github.kagkarlsson.scheduler.task.Task;
import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.audit.Audit;
import io.bramble.local.SettableClock;
import io.bramble.provisioning.Engines;
import io.bramble.storage.StoreAdmin;
import io.bramble.work.Work;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two workers that a test drives, one of them watched; and what it looks into afterwards. */
@TestComponent
class Workbench {
    private final WatchedStores watched;
    private final DrivenWorker worker;
    private final DrivenWorker other;
    private final Engines engines;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SettableClock clock;

    /** What both workers are made of. */
    @TestComponent
    record Parts(
            PassRows rows,
            Accounts accounts,
            BucketWork announcements,
            Audit audit,
            Work work,
            JobProgress progress,
            ObjectJobRows jobs,
            BucketRows buckets,
            KeyRows keys,
            Allowances allowances,
            TransactionTemplate transactions,
            SettableClock clock) {

        List<Task<?>> tasks(Stores stores) {
            var passes = new BucketTask(rows, accounts, stores, announcements, audit, work, transactions, clock);
            var doors = new Doors(buckets, keys, allowances, stores, audit);
            var desk = new ObjectJobTask.Desk(progress, jobs, rows, accounts, announcements, transactions, clock);
            var objects = new ObjectJobTask(desk, doors, stores, work, new Abreast(1));
            var tasks = new BucketTasks();
            return List.of(tasks.passOverBuckets(passes), tasks.workOnObjects(objects));
        }
    }

    Workbench(Parts parts, Engines engines, DataSource database, JdbcClient jdbc) {
        watched = new WatchedStores(engines);
        var unwatched = new WatchedStores(engines);
        worker = new DrivenWorker(database, parts.clock(), watched, parts.tasks(watched));
        other = new DrivenWorker(database, parts.clock(), unwatched, parts.tasks(unwatched));
        this.engines = engines;
        this.jdbc = jdbc;
        transactions = parts.transactions();
        clock = parts.clock();
    }

    /** Forgets what earlier rounds left to be done. */
    void begin() {
        clock.reset();
        watched.watch((_, _) -> {});
        jdbc.sql("delete from scheduled_tasks").update();
    }

    /** However far the clock goes, nothing but jobs gets due. */
    void onlyJobs() {
        jdbc.sql("delete from scheduled_tasks where task_name <> ?")
                .param(ObjectJobTask.NAME)
                .update();
    }

    SettableClock clock() {
        return clock;
    }

    DrivenWorker worker() {
        return worker;
    }

    DrivenWorker other() {
        return other;
    }

    /** Kills the worker once, around that call from now on. */
    void killAt(int call, WatchedStores.Moment moment) {
        at(call, moment, () -> {
            throw new WatchedStores.Killed();
        });
    }

    /** Does something around that call from now on. */
    void at(int call, WatchedStores.Moment moment, Runnable what) {
        watched.watch((number, when) -> {
            if (number == call && when == moment) what.run();
        });
    }

    /** Does something beside, the next time the watched worker opens a store; the worker waits for it. */
    void onceBeforeOpening(Runnable what) {
        watched.onceBeforeOpening(() -> CompletableFuture.runAsync(what).join());
    }

    /** Whether there have been as many calls as that. */
    boolean reached(int call) {
        return watched.calls() >= call;
    }

    /** The other worker comes when the first must be thought dead. */
    void letOtherTakeOver() {
        clock.advance(DrivenWorker.DEAD_AFTER);
        other.takeOver();
    }

    /** A deleted bucket's week is over; by its row, since a real server would not go with a moved clock. */
    void endUndo(UUID bucketId) {
        inPlatform(() -> jdbc.sql("update bucket set purge_after = deleted_at where id = ?")
                .param(bucketId)
                .update());
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance = ?")
                .param(bucketId.toString())
                .update();
    }

    StoreAdmin engine() {
        return engines.admin(engines.place(null));
    }

    /** A bucket's row, its keys, and its place in the queue, in one text. */
    String written(UUID bucketId) {
        return query("""
                select concat_ws(' ', to_json(b), (select json_agg(k order by id) from access_key k where bucket_id = b.id),
                       (select json_agg(t) from scheduled_tasks t where task_instance = b.id::text))
                  from bucket b where id = ?""", String.class, bucketId);
    }

    <T> T query(String sql, Class<T> type, UUID id) {
        return inPlatform(() -> jdbc.sql(sql).param(id).query(type).single());
    }

    List<String> strings(String sql, UUID id) {
        return inPlatform(() -> jdbc.sql(sql).param(id).query(String.class).list());
    }

    private <T> T inPlatform(Supplier<T> work) {
        return AccountScope.platform(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }
}
