package io.bramble.metering;

import static org.awaitility.Awaitility.await;

import io.bramble.ModuleTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MeteringTasksTest {
    @Test
    void the_worker_measures_storage_and_traffic_of_its_engine_at_once(@Autowired JdbcClient jdbc) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(distinct kind) from scrape where ok")
                                .query(Integer.class)
                                .single()
                        == 2);
    }
}
