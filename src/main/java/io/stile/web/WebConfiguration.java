package io.stile.web;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Spring MVC for the pages. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

  private final ViewerArgument viewer;

  WebConfiguration(ViewerArgument viewer) {
    this.viewer = viewer;
  }

  /** A template that fails half-way must become an error page, not the first half of a page with status 200. */
  @Bean
  static BeanPostProcessor wholePages() {
    return new BeanPostProcessor() {

      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ThymeleafViewResolver pages) {
          pages.setProducePartialOutputWhileProcessing(false);
        }
        return bean;
      }
    };
  }

  /** A number or a truth value where text belongs is a mistake of the sender. */
  @Bean
  static Jackson2ObjectMapperBuilderCustomizer onlyTextIsText() {
    return builder -> builder.postConfigurer(json -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
        .forEach(shape -> json.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail)));
  }

  /** A time is written as one. */
  @Bean
  static Jackson2ObjectMapperBuilderCustomizer instantsAreText() {
    return builder -> builder.deserializerByType(Instant.class, new InstantText());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(viewer);
  }

  /** The API speaks JSON; other formats would be there only because a library brings them along. */
  @Override
  public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
    converters.removeIf(converter -> converter instanceof AbstractJackson2HttpMessageConverter
        && !(converter instanceof MappingJackson2HttpMessageConverter));
  }

  /** The names of these files change with their content: a browser needs each one only once. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
