package io.bramble.api;

import io.bramble.account.Account;
import io.bramble.account.Accounts;
import io.bramble.account.Limits;
import io.bramble.account.Role;
import io.bramble.account.Scope;
import io.bramble.account.Standing;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Me", description = "Who calls, and for which account")
@RestController
@RequestMapping("/api/v1/me")
class MeResource {
    private final Accounts accounts;
    private final CurrentUser user;

    MeResource(Accounts accounts, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
    }

    @GetMapping
    Me me() {
        var acting = user.membership(Scope.ACCOUNT_READ);
        return Me.of(accounts.profile(acting).email(), acting.role(), accounts.get(acting));
    }

    record Me(String email, Role role, MyAccount account) {
        static Me of(String email, Role role, Account account) {
            return new Me(
                    email,
                    role,
                    new MyAccount(account.id(), account.name(), account.standing(), account.plan(), account.limits()));
        }
    }

    record MyAccount(UUID id, String name, Standing standing, String plan, Limits limits) {}
}
