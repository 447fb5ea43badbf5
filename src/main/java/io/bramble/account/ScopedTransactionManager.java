package io.bramble.account;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells PostgreSQL at each transaction's begin for which account it acts; the setting ends with the transaction. */
@Component("transactionManager")
class ScopedTransactionManager extends JdbcTransactionManager {
    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var scope = AccountScope.current();
        if (scope == null) return;
        var holder =
                (ConnectionHolder) requireNonNull(TransactionSynchronizationManager.getResource(obtainDataSource()));
        try (var statement = holder.getConnection().prepareStatement("select set_config('bramble.account', ?, true)")) {
            statement.setString(1, scope);
            statement.execute();
        } catch (SQLException broken) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not set the acting account", broken);
        }
    }
}
