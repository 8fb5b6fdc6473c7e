package io.stile.desk.web;

import java.util.List;

/**
 * What was found for what somebody typed.
 *
 * @param typed     as typed, without spaces around it
 * @param request   the request of that number, or null
 * @param references what somebody else's number leads to, the one that is exactly what was typed first
 * @param customers the sure ones first
 * @param remark    what the person should know about the result, or null
 * @param draft     a new customer made of what was typed
 * @param kept      where the form for a new customer is kept while it is typed
 */
record Hits(String typed, RequestHit request, List<ReferenceHit> references, List<CustomerHit> customers,
            String remark, NewCustomerDraft draft, FormDraft kept) {

  /** A request that was found by its number. */
  record RequestHit(String number, String type, String customer, String owner, boolean open) {}

  /**
   * A task with which somebody else's number is kept.
   *
   * @param exact whether the number is what was typed
   */
  record ReferenceHit(long task, String name, String reference, boolean exact, RequestHit request) {}

  /**
   * A customer who may be meant.
   *
   * @param phone   as people write it, or null
   * @param matched what of him matched that is not in the line anyway, or null
   * @param sure    whether it is exactly what was typed; if not, he is offered as "maybe"
   * @param open    how many open requests he has
   */
  record CustomerHit(long id, String name, String phone, String email, boolean gold, String matched, boolean sure, int open) {}

  /** The same with the form for a new customer as it was typed. */
  Hits with(NewCustomerDraft typed, FormDraft keptIn) {
    return new Hits(this.typed, request, references, customers, remark, typed, keptIn);
  }

  public boolean isAsked() {
    return !typed.isEmpty();
  }

  public boolean isNothing() {
    return request == null && references.isEmpty() && customers.isEmpty();
  }

  /** Where this leads without a choice: to the request, or to the one customer who is sure; null if a person has to choose. */
  String only() {
    List<CustomerHit> sure = customers.stream().filter(CustomerHit::sure).toList();
    if (request != null) {
      return sure.isEmpty() ? "/requests/" + request.number() : null;
    }
    List<ReferenceHit> exact = references.stream().filter(ReferenceHit::exact).toList();
    if (exact.size() == 1 && sure.isEmpty()) {
      return "/requests/" + exact.get(0).request().number();
    }
    return sure.size() == 1 && exact.isEmpty() ? "/intake/" + sure.get(0).id() : null;
  }
}
