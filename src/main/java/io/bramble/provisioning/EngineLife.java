package io.bramble.provisioning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.bramble.storage.Credentials;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the engine of this process before anything needs it, stops it after, and looks at all engines in between. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EmbeddedSettings.class, ExternalSettings.class, StorageSettings.class})
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
            ExternalSettings external,
            EngineRows rows,
            EngineSecrets secrets,
            EnginePass pass,
            EmbeddedDriver driver,
            TransactionTemplate transactions,
            Clock clock) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
                transactions.executeWithoutResult(_ -> {
                    if (external.enabled()) ensure(external, rows, secrets, clock);
                    if (settings.enabled()) ensureEmbedded(rows, clock);
                });
                // Others may be far away: the worker looks at them when this process answers.
                rows.running().stream().filter(driver::reaches).forEach(pass::one);
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

    private static void ensureEmbedded(EngineRows rows, Clock clock) {
        var cluster = rows.ensureCluster(CLUSTER, EmbeddedDriver.NAME, clock.instant());
        if (rows.shared(cluster).isEmpty()) rows.insertShared(cluster, Credentials.random(), null, clock.instant());
    }

    /** Settings may bring new credentials, but no other address: that is another engine, under another name. */
    private static void ensure(ExternalSettings settings, EngineRows rows, EngineSecrets secrets, Clock clock) {
        var cluster = rows.ensureCluster(settings.name(), ExternalDriver.NAME, clock.instant());
        var there = rows.shared(cluster);
        if (there.isEmpty()) rows.insertShared(cluster, settings.root(), settings.place(), clock.instant());
        else secrets.replace(there.get(), settings.root());
    }
}
