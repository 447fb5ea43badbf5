package io.bramble.web;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Files of the pages carry their digest in the name and may be kept for ever; pages are fresh for five minutes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Imprint.class)
class Assets implements WebMvcConfigurer {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/site/**")
                .addResourceLocations("classpath:/static/site/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/zip/stream.js") // a service worker, which browsers compare by themselves
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/favicon.svg", "/logo.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var pages = new WebContentInterceptor();
        pages.setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
        registry.addInterceptor(pages).addPathPatterns("/", "/pricing", "/docs/**", "/legal/**");
    }

    /** Writes the digest into the links of templates. */
    @Bean
    ResourceUrlEncodingFilter digestsInLinks() {
        return new ResourceUrlEncodingFilter();
    }
}
