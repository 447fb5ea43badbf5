package io.bramble.billing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the catalogue's cards into the insert-only table, so that an old invoice can always be explained. */
@Component
class RateCards implements ApplicationRunner {
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;

    RateCards(Catalogue catalogue, JdbcClient jdbc, Clock clock) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps each card.
     *
     * @throws RateCardChanged when a version that is already known has other terms; the start ends
     */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        catalogue.entries().forEach(this::keep);
    }

    private void keep(Catalogue.Entry entry) {
        var card = entry.plan().card();
        jdbc.sql("""
                        insert into rate_card (id, code, version, currency, effective_from, document, digest, loaded_at)
                        values (:id, :code, :version, :currency, :from, :document::jsonb, :digest, :now)
                        on conflict (code, version) do nothing""")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("code", card.plan())
                .param("version", card.version())
                .param("currency", card.currency().getCurrencyCode())
                .param("from", card.effectiveFrom())
                .param("document", entry.document())
                .param("digest", entry.digest())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var known = jdbc.sql("select digest from rate_card where code = :code and version = :version")
                .param("code", card.plan())
                .param("version", card.version())
                .query(String.class)
                .single();
        if (!known.equals(entry.digest())) throw new RateCardChanged(card);
    }
}
