package io.bramble.api;

import io.bramble.ModuleTest;
import io.bramble.bucket.Customers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The API behind its real filter chain, on a real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ModuleTest
@Import(Customers.class)
@AutoConfigureMockMvc
@AutoConfigureRestTestClient
@interface ApiTest {}
