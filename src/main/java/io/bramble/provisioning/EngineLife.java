package io.bramble.provisioning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the engine of this process before anything needs it, stops it after, and looks at it in between. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EmbeddedSettings.class, StorageSettings.class})
class EngineLife {
    private static final String CLUSTER = "local";

    @Bean
    RecurringTask<Void> observeEngines(EnginePass pass) {
        return Tasks.recurring("observe-engines", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((_, _) -> pass.all());
    }

    @Bean
    SmartLifecycle embeddedEngine(
            EmbeddedSettings settings,
            EngineRows rows,
            EnginePass pass,
            EmbeddedDriver driver,
            TransactionTemplate transactions,
            Clock clock) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
                if (!settings.enabled()) return;
                transactions.executeWithoutResult(_ -> ensureRows(rows, clock));
                pass.all();
            }

            @Override
            public void stop() {
                running = false;
                driver.closeAll();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 0; // before workers and the web server, and after them at the end
            }
        };
    }

    private static void ensureRows(EngineRows rows, Clock clock) {
        var cluster = rows.ensureCluster(CLUSTER, EmbeddedDriver.NAME, clock.instant());
        if (rows.shared(cluster).isEmpty()) rows.insertShared(cluster, clock.instant());
    }
}
