package io.stile.web;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
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

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(viewer);
  }

  /** The names of these files change with their content: a browser needs each one only once. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
