// In each worker, before the first module of the shop is loaded: the worker's own database.
if (process.env.TEST_TEMPLATE_URL) {
  const address = new URL(process.env.TEST_TEMPLATE_URL);
  address.pathname = `/test_${process.env.JEST_WORKER_ID}`;
  process.env.DATABASE_URL = address.href;
}
