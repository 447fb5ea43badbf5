package io.bramble.metering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.bramble.provisioning.Engines;
import io.bramble.storage.NodeTraffic;
import io.bramble.storage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the worker does for metering, and how often. */
@Configuration(proxyBeanMethods = false)
class MeteringTasks {
    @Bean
    RecurringTask<Void> measureStorage(
            Engines engines, Collector collector, @Value("${bramble.metering.interval}") Duration interval) {
        return Tasks.recurring("measure-storage", FixedDelay.of(interval))
                .execute((_, _) -> engines.reachable().forEach(id -> collector.storage(new Reachable(engines, id))));
    }

    @Bean
    RecurringTask<Void> measureTraffic(
            Engines engines, Collector collector, @Value("${bramble.metering.interval}") Duration interval) {
        return Tasks.recurring("measure-traffic", FixedDelay.of(interval))
                .execute((_, _) -> engines.reachable().forEach(id -> collector.traffic(new Reachable(engines, id))));
    }

    @Bean
    RecurringTask<Void> closeUsageHours(HourClosing closing) {
        return Tasks.recurring("close-usage-hours", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((_, _) -> closing.closeDueHours());
    }

    @Bean
    RecurringTask<Void> forgetOldSamples(Retention retention) {
        return Tasks.recurring("forget-old-samples", FixedDelay.of(Duration.ofDays(1)))
                .execute((_, _) -> retention.forgetOldSamples());
    }

    record Reachable(Engines engines, UUID engineId) implements UsageSource {
        @Override
        public Map<String, Usage> storage() {
            return engines.admin(engineId).usage();
        }

        @Override
        public List<NodeTraffic> traffic() {
            return engines.admin(engineId).traffic();
        }
    }
}
