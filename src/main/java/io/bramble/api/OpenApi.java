package io.bramble.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the generated description says besides the resources. */
@Configuration(proxyBeanMethods = false)
class OpenApi {
    @Bean
    OpenAPI description(@Value("${bramble.url}") String url) {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A personal API token (brm_…), made in the console under API tokens.");
        return new OpenAPI()
                .info(new Info()
                        .title("Bramble API")
                        .version("1")
                        .description("Namespaces, buckets, access keys, usage and tokens. Objects are S3's business: "
                                + "use any S3 client with an access key.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url(url)))
                .components(new Components().addSecuritySchemes("token", bearer))
                .security(List.of(new SecurityRequirement().addList("token")));
    }
}
