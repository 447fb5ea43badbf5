package io.bramble.bucket;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What of this module the queue runs. */
@Configuration(proxyBeanMethods = false)
class BucketTasks {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final FixedDelay SOON = FixedDelay.of(Duration.ofSeconds(5));

    @Bean
    CustomTask<Void> passOverBuckets(BucketTask task) {
        return Tasks.custom(BucketWork.TASK, Void.class)
                .onFailureReschedule(SOON)
                .onDeadExecutionRevive()
                .execute((_, context) -> task.execute(context.getExecution()));
    }

    @Bean
    CustomTask<Void> workOnObjects(ObjectJobTask task) {
        return Tasks.custom(ObjectJobTask.NAME, Void.class)
                .onFailure(BucketTasks::tryLater)
                .onDeadExecutionRevive()
                .execute((_, context) -> task.execute(context.getExecution()));
    }

    private static void tryLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        var pause = Retry.afterFailure(failed.getExecution().consecutiveFailures, ThreadLocalRandom.current());
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }

    @Bean
    RecurringTask<Void> forgetUploads(AbandonedUploads abandoned) {
        return Tasks.recurring("forget-uploads", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> abandoned.clear());
    }

    @Bean
    RecurringTask<Void> forgetJobs(ObjectJobRows jobs, TransactionTemplate transactions, Clock clock) {
        return Tasks.recurring("forget-object-jobs", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> transactions.executeWithoutResult(
                        _ -> jobs.forget(clock.instant().minus(MONTH))));
    }

    @Bean
    RecurringTask<Void> forgetShares(ShareRows shares, TransactionTemplate transactions, Clock clock) {
        return Tasks.recurring("forget-shares", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> transactions.executeWithoutResult(
                        _ -> shares.forget(clock.instant().minus(MONTH))));
    }
}
