package io.bramble.account;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Binds the acting account around every module method whose first argument says who acts, before its transaction. */
@Aspect
@Component
@Order(0) // outside the transaction, whose advice comes last
class ScopeAspect {
    @Around("execution(public * io.bramble..*(io.bramble.account.Membership, ..)) && args(acting, ..)")
    @Nullable
    Object asAccount(ProceedingJoinPoint call, Membership acting) throws Throwable {
        return AccountScope.call(acting.accountId().toString(), call::proceed);
    }

    @Around("execution(public * io.bramble..*(io.bramble.account.Operator, ..)) && args(acting, ..)")
    @Nullable
    Object asOperator(ProceedingJoinPoint call, Operator acting) throws Throwable {
        return AccountScope.call(AccountScope.PLATFORM, call::proceed);
    }
}
