package org.huiwu.registration.service;

import java.util.UUID;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// Somebody at the registration desk.
final class ClerksDesk extends Desk {

  ClerksDesk(int port, @Nullable UUID conference) {
    super(
        port,
        conference,
        new SignedRequests("registration", "clerk", "registration", "duty", "administrator"));
  }

  Answer patch(String path, @Nullable Long version, String body) {
    return send(HttpMethod.PATCH, path, version, body);
  }

  Answer withdraw(Answer person, long version) {
    return send(HttpMethod.POST, Persons.path(person) + "/withdrawal", version, "{}");
  }

  Answer reinstate(Answer person, long version) {
    return send(HttpMethod.POST, Persons.path(person) + "/reinstatement", version, "{}");
  }

  Answer upload(String name, byte[] content) {
    return upload(name, UUID.randomUUID().toString(), content);
  }

  Answer previewOfUpload(String name, byte[] content) {
    return previewOf("/rosters?name={name}", content, name);
  }

  Answer upload(String name, String key, byte[] content) {
    return post("/rosters?name={name}", key, content, name);
  }
}
