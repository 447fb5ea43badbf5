package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.account.Membership;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DrivenTest
class NamespaceRaceTest {
    private static final int ROUNDS = 20;

    @Autowired
    Namespaces namespaces;

    @Autowired
    Customers customers;

    @Test
    void of_two_who_claim_one_namespace_at_once_exactly_one_gets_it() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var name = customers.unique("wanted");
                var start = new CyclicBarrier(2);
                var claims = Stream.of(customers.arrive("ann"), customers.arrive("bob"))
                        .map(member -> threads.submit(claiming(member, name, start)))
                        .toList();
                var outcomes = new ArrayList<>();
                for (var claim : claims) outcomes.add(outcome(claim));
                assertThat(outcomes).filteredOn(Namespace.class::isInstance).hasSize(1);
                assertThat(outcomes)
                        .filteredOn(NameTaken.class::isInstance)
                        .singleElement()
                        .satisfies(taken ->
                                assertThat(((NameTaken) taken).suggestion()).startsWith(name + "-"));
            }
        }
    }

    private Callable<Namespace> claiming(Membership member, String name, CyclicBarrier start) {
        return () -> {
            start.await();
            return namespaces.claim(member, name);
        };
    }

    private static Object outcome(Future<Namespace> claim) throws InterruptedException {
        try {
            return claim.get();
        } catch (ExecutionException refused) {
            return refused.getCause();
        }
    }
}
