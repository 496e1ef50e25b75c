package org.huiwu.notification.letter;

import org.huiwu.notification.channel.sms.DeliveryReports;
import org.huiwu.notification.channel.sms.Report;
import org.springframework.stereotype.Component;

/// What a provider tells by itself of a letter that it took.
@Component
class ProvidersReports implements DeliveryReports {
  private final LaterNews news;

  ProvidersReports(LaterNews news) {
    this.news = news;
  }

  @Override
  public void on(Report report) {
    news.learn(report.reference(), report.outcome());
  }
}
