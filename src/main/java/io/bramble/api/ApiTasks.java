package io.bramble.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this module the queue runs. */
@Configuration(proxyBeanMethods = false)
class ApiTasks {
    @Bean
    RecurringTask<Void> forgetAnswers(Idempotency idempotency) {
        return Tasks.recurring("forget-answers", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> idempotency.forgetOld());
    }
}
