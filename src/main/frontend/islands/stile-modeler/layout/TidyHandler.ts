import type { Services } from '../types';

export class TidyHandler {
  static $inject = ['injector'];

  constructor(private injector: Services) {}

  preExecute(): void {
    void this.injector;
  }
}
