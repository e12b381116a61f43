/** The npm package has no types of its own; these are the calls that the test makes. */
declare module "bkash-payment" {
  type Config = Readonly<Record<"base_url" | "username" | "password" | "app_key" | "app_secret", string>>;
  type Call<Wish> = (config: Config, wish: Wish) => Promise<Record<string, string>>;
  interface Order {
    readonly amount: number;
    readonly callbackURL: string;
    readonly orderID: string;
    readonly reference: string;
  }
  interface Refund {
    readonly paymentID: string;
    readonly trxID: string;
    readonly amount: number;
  }

  export const createPayment: Call<Order>;
  export const createAuthPayment: Call<Order>;
  export const executePayment: Call<string>;
  export const queryPayment: Call<string>;
  export const searchTransaction: Call<string>;
  export const refundTransaction: Call<Refund>;
  export const captureAuthPayment: Call<string>;
  export const voidAuthPayment: Call<string>;
}
